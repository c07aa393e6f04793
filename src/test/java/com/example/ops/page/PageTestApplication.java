package com.example.ops.page;

import com.example.ops.OpsSettings;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** The pages without what they show, and without a database. No component, so that no other application finds it. */
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
@EnableConfigurationProperties(OpsSettings.class)
@ComponentScan
class PageTestApplication {}
