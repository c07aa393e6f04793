# One file for all applications: docker build --build-arg APP=shop|simulator .
# No "# syntax=" line: it would ask a registry for a frontend before anything else.
ARG JDK_IMAGE=eclipse-temurin:25.0.4_7-jdk
ARG JRE_IMAGE=eclipse-temurin:25.0.4_7-jre

FROM ${JDK_IMAGE} AS build
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src/main src/main
# The tests and the formatter have run before anybody builds an image, and are not in its context.
# A settings.xml, for a repository of your own: docker build --secret id=maven-settings,src=settings.xml
RUN --mount=type=cache,target=/root/.m2 \
    --mount=type=secret,id=maven-settings,target=/tmp/settings.xml \
    ./mvnw -B -ntp -q package -Dmaven.test.skip=true -Dspotless.check.skip=true \
      $(test ! -s /tmp/settings.xml || echo --settings /tmp/settings.xml)
ARG APP
RUN java -Djarmode=tools -jar "target/shop-${APP:?--build-arg APP=shop|simulator}.jar" \
    extract --layers --application-filename app.jar --destination /layers

FROM ${JRE_IMAGE}
WORKDIR /app
# from what changes least to what changes most
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/application/ ./
COPY docker/jvm.options docker/healthcheck ./
# The training run: it ends when all beans are there, before anything connects, listens or is scheduled. A cache only
# fits the JVM, the class path and the options it was made with, so it is made here.
RUN java @jvm.options -XX:AOTCacheOutput=app.aot -Dspring.context.exit=onRefresh -jar app.jar \
      --spring.profiles.active=demo,gateway --spring.flyway.enabled=false \
 && test -s app.aot
USER 10001:10001
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 CMD ["bash", "healthcheck"]
ENTRYPOINT ["java", "@jvm.options", "-XX:AOTCache=app.aot", "-jar", "app.jar"]
