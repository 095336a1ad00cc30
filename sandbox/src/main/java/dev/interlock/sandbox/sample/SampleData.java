package dev.interlock.sandbox.sample;

import dev.interlock.sandbox.api.Api;
import dev.interlock.sandbox.api.Endpoints;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// The sample data of the sandbox, loaded through the system APIs as any client would; loading it
/// again changes nothing.
public final class SampleData {
    private final Endpoints endpoints;
    private final InstantSource clock;

    public SampleData(Endpoints endpoints, InstantSource clock) {
        this.endpoints = endpoints;
        this.clock = clock;
    }

    /// Returns how many records had to be written.
    public int load() {
        try (Api api = new Api(endpoints, clock)) {
            return new SampleLoader(api).load(records());
        }
    }

    List<SampleRecord> records() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        SampleMasters masters = new SampleMasters(today);
        List<SampleRecord> records = new ArrayList<>(masters.records());
        records.addAll(new SampleStructures(today).records());
        records.addAll(new SampleStock(today).records());
        records.addAll(new SampleOrders(today).records());
        records.add(masters.obsoleteA());
        records.addAll(new SampleChanges(today).records());
        return records;
    }
}
