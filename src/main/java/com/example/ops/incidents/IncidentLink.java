package com.example.ops.incidents;

/**
 * Where a person looks further.
 *
 * @param title words of ours
 * @param url an address of ours or of Grafana
 */
public record IncidentLink(String title, String url) {}
