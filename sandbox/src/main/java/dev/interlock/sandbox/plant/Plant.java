package dev.interlock.sandbox.plant;

import dev.interlock.sandbox.backend.BackEnd;
import dev.interlock.sandbox.backend.Mes;
import dev.interlock.sandbox.backend.Plm;
import dev.interlock.sandbox.backend.Qms;
import dev.interlock.sandbox.backend.Wms;
import dev.interlock.sandbox.layout.Ports;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// The plant: MES of 1000 and 2000, QMS, PLM, WMS and a proxy before the ERP, each on its own port,
/// all in one event loop.
public final class Plant implements AutoCloseable {
    private final Vertx vertx;
    private final Ports addresses;
    private final Effects effects;
    private final Calls calls = new Calls();
    private final PlantMemory memory;
    private final Map<Target, FaultyPort> ports = new LinkedHashMap<>();

    private Plant(Ports addresses, Path file, InstantSource clock) {
        this.addresses = addresses;
        this.vertx =
                Vertx.vertx(
                        new VertxOptions()
                                .setPreferNativeTransport(true)
                                .setEventLoopPoolSize(1)
                                .setWorkerPoolSize(2));
        this.memory = new PlantMemory(vertx, file, this::everything);
        this.effects = new Effects(clock, memory::changed);
        add("MES:1000", addresses.mes1000(), new Mes());
        add("MES:2000", addresses.mes2000(), new Mes());
        add("QMS", addresses.qms(), new Qms());
        add("PLM", addresses.plm(), new Plm(clock));
        add("WMS", addresses.wms(), new Wms());
        Target erp = Target.of("ERP");
        add(erp, addresses.erpProxy(), new ErpProxy(erp, vertx, addresses.systemApis(), effects));
    }

    private void add(String name, int port, BackEnd backEnd) {
        Target target = Target.of(name);
        add(target, port, new Station(target, backEnd, effects, memory::changed));
    }

    private void add(Target target, int port, Service service) {
        ports.put(
                target,
                new FaultyPort(vertx, port, service, request -> calls.watch(target, request)));
    }

    /// Opens every port and takes up what the file remembers.
    public static Plant start(Ports addresses, Path file) {
        Plant plant = new Plant(addresses, file, InstantSource.system());
        plant.recall(plant.memory.read());
        try {
            plant.onLoop(plant::listen);
            return plant;
        } catch (RuntimeException e) {
            plant.vertx.close();
            throw e;
        }
    }

    private Future<?> listen() {
        List<Future<?>> opening = new ArrayList<>();
        ports.values().forEach(port -> opening.add(port.open()));
        opening.add(new Control(ports, effects, calls).listen(vertx, addresses.plantControl()));
        return Future.all(opening);
    }

    private void onLoop(Supplier<Future<?>> work) {
        Future<Object> done =
                Future.future(promise ->
                        vertx.runOnContext(_ -> work.get().<Object>mapEmpty().onComplete(promise)));
        try {
            done.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "The plant does not open its ports: " + e.getMessage(), e);
        }
    }

    private JsonObject everything() {
        JsonObject stations = new JsonObject();
        ports.forEach((target, port) -> stations.put(target.toString(), port.service().memory()));
        return JsonObject.of("effects", effects.memory(), "stations", stations);
    }

    private void recall(JsonObject remembered) {
        effects.recall(remembered.getJsonArray("effects"));
        JsonObject stations = remembered.getJsonObject("stations", new JsonObject());
        ports.forEach((target, port) ->
                port.service().recall(stations.getJsonObject(target.toString(), new JsonObject())));
    }

    @Override
    public void close() {
        onLoop(() -> {
            memory.writeNow();
            return Future.succeededFuture();
        });
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    /// Arguments: the port base, and the file that keeps the memory.
    static void main(String[] arguments) {
        Plant plant = start(new Ports(Integer.parseInt(arguments[0])), Path.of(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(plant::close, "plant-end"));
        System.out.println("The plant is open on " + plant.addresses.plantControl());
    }
}
