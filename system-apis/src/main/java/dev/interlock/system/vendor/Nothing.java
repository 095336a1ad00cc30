package dev.interlock.system.vendor;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The body of a step that needs no more than its address: `{}`.
@Schema(description = "An empty object")
public record Nothing() {}
