# One file for all applications: docker build --build-arg APP=shop . (or ops, or simulator)
# No "# syntax=" line: it would ask a registry for a frontend before anything else.
ARG JDK_IMAGE=eclipse-temurin:25.0.4_7-jdk
ARG JRE_IMAGE=eclipse-temurin:25.0.4_7-jre

FROM ${JDK_IMAGE} AS build
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src/main src/main
# The profile leaves out tests and formatter, which are not in the context.
# A settings.xml, for a repository of your own: docker build --secret id=maven-settings,src=settings.xml
RUN --mount=type=cache,target=/maven \
    --mount=type=secret,id=maven-settings,target=/tmp/settings.xml \
    MAVEN_USER_HOME=/maven ./mvnw -B -ntp -q package -Pimage -Dmaven.repo.local=/maven/repository \
      $(test ! -s /tmp/settings.xml || echo --settings /tmp/settings.xml)
ARG APP
RUN java -Djarmode=tools -jar "target/shop-${APP:?give --build-arg APP=}.jar" \
    extract --layers --application-filename app.jar --destination /layers
# The beans are chosen here for these profiles ("default" for none); under others, or with other settings that beans are
# chosen by, the application chooses them itself when it starts. Without the argument it always does.
ARG PROFILES=
COPY docker/choose-beans ./
RUN test -z "$PROFILES" || ./choose-beans /layers/application/app.jar /layers/dependencies/lib "$PROFILES"

FROM ${JRE_IMAGE}
WORKDIR /app
# from what changes least to what changes most
COPY --from=build /build/target/profiler/ ./
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/application/ ./
COPY docker/jvm.options docker/healthcheck docker/train ./
# What is no heap grows little with the limit, so that a small one leaves the heap a smaller part. Of less than some 250 MiB
# the JVM takes its "minimum" as the most, so that all three are set.
ARG HEAP_PERCENTAGE=40
# Half of the heap is for what is young: half as many pauses as with a third, where what lives long needs less than the other.
ARG NEW_RATIO=1
RUN sed -i "s/RAMPercentage=.*/RAMPercentage=$HEAP_PERCENTAGE/; s/NewRatio=.*/NewRatio=$NEW_RATIO/" jvm.options
# A cache fits only the JVM, the class path and the options it was made with, so it is made here.
ARG PROFILES=
RUN bash train "$PROFILES"
USER 10001:10001
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=6 CMD ["bash", "healthcheck"]
ENTRYPOINT ["java", "@jvm.options", "-XX:AOTCache=app.aot", "-jar", "app.jar"]
