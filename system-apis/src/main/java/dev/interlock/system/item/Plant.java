package dev.interlock.system.item;

import dev.interlock.system.master.Source;
import dev.interlock.system.master.Versioned;
import java.time.ZoneId;
import java.util.List;

/// A plant; its time zone says which day it is there.
public record Plant(String plant, String name, ZoneId timeZone, long version, List<Source> sources)
        implements Versioned {}
