package dev.interlock.process.run;

import dev.interlock.platform.correlation.Correlation;
import dev.interlock.platform.correlation.CurrentCorrelation;
import dev.interlock.platform.problem.DatabaseTrouble;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// The worker threads of this replica, and the loop that finds runs which nobody works on.
@ApplicationScoped
class Workers {
    private static final Logger LOG = Logger.getLogger(Workers.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(8);

    private final Ledger ledger;
    private final Worker worker;
    private final StepSender sender;
    private final LedgerConfig config;
    private final Map<String, RunProcess> processes;

    /// Run id and the fence under which this replica works on it.
    private final Map<String, Long> active = new ConcurrentHashMap<>();

    /// Runs whose workers could not write on: their leases are given up once the database can.
    private final Set<String> stranded = ConcurrentHashMap.newKeySet();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean stopping;

    Workers(
            Ledger ledger,
            Worker worker,
            StepSender sender,
            LedgerConfig config,
            @Any Instance<RunProcess> processes) {
        this.ledger = ledger;
        this.worker = worker;
        this.sender = sender;
        this.config = config;
        this.processes =
                processes.stream().collect(Collectors.toMap(RunProcess::name, Function.identity()));
    }

    RunProcess process(Run run) {
        return process(run.process());
    }

    RunProcess process(String name) {
        var process = processes.get(name);
        if (process == null) {
            throw new IllegalStateException("No process is called " + name);
        }
        return process;
    }

    Collection<RunProcess> processes() {
        return processes.values();
    }

    /// A run has become due: look at once.
    void nudge() {
        wake.release();
    }

    /// What a frozen worker would still send comes too late from now on. It is said once and not
    /// waited for: whoever works on the run next says it again.
    void announce(Run run) {
        Thread.startVirtualThread(() -> {
            try {
                CurrentCorrelation.with(
                        Correlation.continuing(run.correlationId()),
                        () -> sender.announceFence(run));
            } catch (Exception e) {
                LOG.warnf(e, "The new fence of run %s could not be announced", run.id());
            }
        });
    }

    void start(@Observes StartupEvent started) {
        Thread.ofVirtual().name("run-recovery").start(this::look);
        Thread.ofVirtual().name("run-leases").start(this::renew);
    }

    /// Runs that are under way get a moment to come to rest; a later replica finishes what does
    /// not.
    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        wake.release();
        threads.shutdown();
        if (!threads.awaitTermination(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warnf(
                    "%d runs are still under way: their leases pass to whoever looks next",
                    active.size());
        }
    }

    /// Whether this replica works on the run now: it rings where there is something to see.
    boolean isWorkingOn(String runId) {
        return active.containsKey(runId);
    }

    /// Works on a run that this replica owns.
    void submit(Run run) {
        active.put(run.id(), run.fence());
        threads.execute(() -> work(run));
    }

    private void work(Run run) {
        try {
            CurrentCorrelation.with(
                    Correlation.continuing(run.correlationId()),
                    () -> {
                        worker.work(process(run), run);
                        return true;
                    });
        } catch (FencedException e) {
            LOG.infof("Run %s was taken over by another worker", run.id());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            if (DatabaseTrouble.isBehind(e)) {
                LOG.warnf(e, "The ledger left the worker of run %s; another takes it on", run.id());
                stranded.add(run.id());
            } else {
                LOG.errorf(e, "The worker of run %s met a bug", run.id());
                stumbled(run, e);
            }
        } finally {
            active.remove(run.id(), run.fence());
            wake.release();
        }
    }

    /// Where not even that can be written, the run is claimed again when its lease ends.
    private void stumbled(Run run, Exception bug) {
        try {
            ledger.stumbled(run, bug);
        } catch (RuntimeException e) {
            LOG.warnf(e, "That run %s met a bug could not be written down", run.id());
        }
    }

    private void look() {
        while (!stopping) {
            try {
                letGo(Set.copyOf(stranded));
                var free = config.workers() - active.size();
                if (free > 0) {
                    ledger.claim(free).forEach(this::submit);
                }
                if (wake.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warnf(e, "Looking for due runs failed; trying again");
                rest(config.poll().multipliedBy(5));
            }
        }
    }

    private void letGo(Set<String> ids) {
        if (!ids.isEmpty()) {
            ledger.letGo(ids);
            stranded.removeAll(ids);
        }
    }

    private void renew() {
        while (!stopping) {
            rest(config.lease().dividedBy(4));
            try {
                ledger.renewAll(Set.copyOf(active.keySet()));
            } catch (RuntimeException e) {
                LOG.warnf(e, "Renewing the leases failed; trying again");
            }
        }
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
