package dev.interlock.process.orderrelease;

import dev.interlock.platform.problem.GatewayException.TargetFailed;
import dev.interlock.process.check.Check;
import dev.interlock.process.check.Checks;
import dev.interlock.process.check.Fact;
import dev.interlock.process.check.Finding;
import dev.interlock.process.check.Finding.Outcome;
import dev.interlock.process.check.Result;
import dev.interlock.process.check.Result.Barred;
import dev.interlock.process.facts.ChangeFacts;
import dev.interlock.process.facts.ItemFacts;
import dev.interlock.process.facts.OrderDossier;
import dev.interlock.process.facts.OrderFacts;
import dev.interlock.process.facts.ProductionOrder;
import dev.interlock.process.facts.QualityFacts;
import dev.interlock.process.facts.Stock.Availability;
import dev.interlock.process.policy.InFlightPolicies;
import dev.interlock.process.policy.KnownChecks;
import dev.interlock.process.run.Ahead;
import dev.interlock.process.run.Run;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The catalogue of conditions, asked side by side: a planner sees every reason at once.
@ApplicationScoped
class ReleaseChecks implements KnownChecks {
    private static final String ORDER_STATUS = "order-status";
    private static final String SHOP_FLOOR_READY = "shopfloor-ready";

    private final ItemFacts items;
    private final OrderFacts orders;
    private final ChangeFacts plm;
    private final QualityFacts quality;
    private final ReleasePolicies policies;
    private final InstantSource clock;
    private final List<Check<Question>> catalogue;
    private final Ahead<Question> ahead = new Ahead<>();

    ReleaseChecks(
            ItemFacts items,
            OrderFacts orders,
            ChangeFacts plm,
            QualityFacts quality,
            ReleasePolicies policies,
            InFlightPolicies inFlight,
            PropagationHistory history,
            ReleaseConfig config,
            InstantSource clock) {
        this.items = items;
        this.orders = orders;
        this.plm = plm;
        this.quality = quality;
        this.policies = policies;
        this.clock = clock;
        var revisions = new RevisionConditions(policies, inFlight::of, history);
        this.catalogue =
                List.of(
                        firm(
                                ORDER_STATUS,
                                "The order may be released",
                                "ERP",
                                OrderConditions::orderStatus),
                        check(
                                "item-usable",
                                "Header and components may be used",
                                "ERP",
                                revisions::itemUsable),
                        new ReleaseCheck(
                                "revision-current",
                                "The order makes the right revision",
                                "PLM",
                                revisions::revisionCurrent,
                                RevisionConditions::barred),
                        check(
                                "bom-valid",
                                "A valid BOM stands",
                                "ERP",
                                StructureConditions::bomValid),
                        check(
                                "routing-valid",
                                "A valid routing stands",
                                "ERP",
                                StructureConditions::routingValid),
                        check(
                                "work-center-ready",
                                "Every work center is ready",
                                "ERP",
                                StructureConditions::workCenterReady),
                        check(
                                "material-available",
                                "The material is available",
                                "ERP",
                                StockConditions::materialAvailable),
                        firm(
                                "stock-usable",
                                "The planned stock may be used",
                                "ERP",
                                StockConditions::stockUsable),
                        check(
                                "batch-assigned",
                                "Lots are assigned",
                                "ERP",
                                OrderConditions::batchAssigned),
                        check(
                                "quality-ready",
                                "Quality can inspect and has found nothing critical",
                                "QUALITY",
                                QualityConditions::qualityReady),
                        check(
                                "quantity-and-dates",
                                "Quantity and dates make sense",
                                "ERP",
                                q -> OrderConditions.quantityAndDates(q, config.startTolerance())),
                        check(
                                "sub-orders-released",
                                "The orders that make its components are released",
                                "ERP",
                                PlanningConditions::subOrdersReleased),
                        check(
                                "demand-valid",
                                "The sales order stands",
                                "ERP",
                                PlanningConditions::demandValid),
                        check(
                                "capacity",
                                "Every work center has the time",
                                "ERP",
                                PlanningConditions::capacity),
                        check(
                                "cost-ready",
                                "The costs can be settled",
                                "ERP",
                                PlanningConditions::costReady),
                        firm(
                                SHOP_FLOOR_READY,
                                "The shop floor can take the order",
                                "MES",
                                ShopFloorConditions::ready));
    }

    /// Where the order itself could not be read there is nothing to ask the other checks about.
    static Finding unread(TargetFailed failed) {
        return new Finding(
                ORDER_STATUS,
                Outcome.UNANSWERED,
                "The order may be released",
                failed.detail(),
                Map.of(),
                null,
                failed.system(),
                0);
    }

    private static Check<Question> check(
            String code, String title, String system, Function<Question, Result> condition) {
        return new ReleaseCheck(code, title, system, condition, _ -> Optional.empty());
    }

    /// No policy can make good what bars the order here.
    private static Check<Question> firm(
            String code, String title, String system, Function<Question, Result> condition) {
        return new ReleaseCheck(
                code,
                title,
                system,
                condition,
                question ->
                        condition.apply(question) instanceof Barred barred
                                ? Optional.of(barred)
                                : Optional.empty());
    }

    @Override
    public Set<String> codes() {
        return catalogue.stream().map(Check::code).collect(Collectors.toSet());
    }

    @Override
    public Set<String> firm() {
        return Set.of(ORDER_STATUS, SHOP_FLOOR_READY);
    }

    /// For whoever asks without a release. The order keeps in mind whether material was missing.
    List<Finding> ask(OrderDossier dossier) throws InterruptedException {
        return ask(question(dossier, orders::availability));
    }

    /// For a release. Material that is there needs no further question: what is reserved is looked
    /// for again. Of what is missing the order shall keep in mind that it is.
    Question question(OrderDossier dossier) {
        return question(
                dossier,
                order -> dossier.isCovered() ? dossier.availability() : orders.availability(order));
    }

    /// For its worker, where the run goes on at once.
    void begun(Run run, Question question) {
        ahead.begin(run, () -> question.of(run.id()));
    }

    Optional<Question> begun(Run run) {
        return ahead.begun(run);
    }

    List<Finding> ask(Question question) throws InterruptedException {
        var order = question.order();
        return Checks.ask(catalogue, question, policies.rules(order.plant(), order.orderType()));
    }

    /// Asks already.
    private Question question(
            OrderDossier dossier, Function<ProductionOrder, List<Availability>> availability) {
        return new Question(
                        dossier.order(),
                        Optional.empty(),
                        dossier.today(clock),
                        new Fact<>(dossier::item),
                        new Fact<>(_ -> dossier.revisions()),
                        new Fact<>(_ -> dossier.usedIn()),
                        new Fact<>(dossier::convertibleUnits),
                        new Fact<>(_ -> Optional.ofNullable(dossier.bom())),
                        new Fact<>(_ -> Optional.ofNullable(dossier.routing())),
                        new Fact<>(dossier::workCenter),
                        new Fact<>(availability),
                        new Fact<>(dossier::balancesOf),
                        new Fact<>(_ -> dossier.holds()),
                        new Fact<>(items::suppliers),
                        new Fact<>(_ -> plm.approved()),
                        new Fact<>(
                                o -> orders.shopFloorMaster(o.plant(), o.itemId(), o.revision())),
                        new Fact<>(orders::jobOrder),
                        Surroundings.of(dossier, quality))
                .askAhead();
    }
}
