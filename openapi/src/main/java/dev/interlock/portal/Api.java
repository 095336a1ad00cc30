package dev.interlock.portal;

/// One API: its tier, its short name in addresses, and whom it is for.
public record Api(String tier, String name, String title, String summary) {
    /// Where its tier serves the contract.
    public String contractPath() {
        return "/" + tier + "/openapi/" + name;
    }

    /// Its reference page in the portal.
    public String page() {
        return "/apis/" + tier + "/" + name;
    }
}
