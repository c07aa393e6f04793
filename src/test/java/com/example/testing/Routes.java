package com.example.testing;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The routes of an application, from its own handler mappings, so that none can be forgotten. */
public final class Routes {

    private Routes() {}

    /** A method and a path template that lead to a controller. */
    public record Route(String method, String template) {

        public String name() {
            return method + " " + template;
        }

        /** The path with this in the place of its parameters. */
        public String with(String parameter) {
            return template.replaceAll("\\{[^}]*}", parameter);
        }
    }

    /** Without the page of errors, which has no method of its own. */
    public static List<Route> of(ApplicationContext context) {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .flatMap(Routes::of)
                .distinct()
                .toList();
    }

    private static java.util.stream.Stream<Route> of(Map.Entry<RequestMappingInfo, HandlerMethod> mapping) {
        return mapping.getKey().getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .flatMap(method ->
                        mapping.getKey().getPatternValues().stream().map(template -> new Route(method, template)));
    }
}
