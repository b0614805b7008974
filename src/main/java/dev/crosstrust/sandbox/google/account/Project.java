package dev.crosstrust.sandbox.google.account;

/**
 * A project.
 *
 * @param id chosen by people, for example {@code demo-product-sbx}
 * @param number twelve digits
 */
public record Project(String id, String number) {}
