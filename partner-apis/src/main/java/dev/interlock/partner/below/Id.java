package dev.interlock.partner.below;

/// The names of business objects.
public final class Id {
    /// Letters, digits, dot, dash and underscore, at most 40, starting with a letter or digit.
    public static final String SHAPE = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";

    private Id() {}
}
