package dev.crosstrust.diagnosis.reading;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A piece of a text that has a form of its own.
 *
 * @param start where it begins
 * @param end behind its last character
 * @param json its value; null of XML and HTML
 * @param text the piece itself
 */
record Island(int start, int end, @Nullable JsonNode json, String text) {}
