package dev.interlock.system.shopfloor;

import dev.interlock.platform.access.Caller;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.system.effect.Effects;
import dev.interlock.system.vendor.ContentTag;
import dev.interlock.system.vendor.Id;
import dev.interlock.system.vendor.Routes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/// The job orders of every plant, each in its own plant's MES.
@ApplicationScoped
class JobOrders {
    private final JobOrderBook book;
    private final Routes routes;
    private final Effects effects;
    private final JobOrderFacts facts;
    private final Caller caller;

    JobOrders(
            JobOrderBook book, Routes routes, Effects effects, JobOrderFacts facts, Caller caller) {
        this.book = book;
        this.routes = routes;
        this.effects = effects;
        this.facts = facts;
        this.caller = caller;
    }

    Response find(String orderNumber) {
        return routes.plant(Routes.Kind.JOB_ORDER, known(orderNumber))
                .filter(caller::mayPlant)
                .flatMap(plant -> book.find(plant, orderNumber))
                .map(job -> Response.ok(job).header(HttpHeaders.ETAG, ContentTag.of(job)).build())
                .orElseThrow(() -> new NotFound("job order", orderNumber));
    }

    Response store(String orderNumber, JobOrderRequest wanted) {
        return effects.performRemotely(
                "job-order.store",
                new StoreJobOrder(book, routes, facts, known(orderNumber), wanted));
    }

    Response start(String orderNumber) {
        return effects.performRemotely(
                "job-order.start", new StartJobOrder(book, routes, facts, known(orderNumber)));
    }

    Response revoke(String orderNumber) {
        return effects.performRemotely(
                "job-order.revoke", new RevokeJobOrder(book, routes, facts, known(orderNumber)));
    }

    private static String known(String orderNumber) {
        return Id.path("job order", orderNumber);
    }
}
