package org.beistand.integration.directory;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.beistand.integration.Reach;

/** An Active Directory as the rest of Beistand sees it. Reads only, but for {@link #write}. Safe for many threads; never throws for a directory's sake. */
public final class Directory {

    private static final String READ = "direct:read-directory";

    /** Servers that are tried side by side; a company has two or three. */
    private static final int AT_A_TIME = 8;

    private final ProducerTemplate template;
    private final Reach reach;
    private final Clock clock;
    private final Patience routine;
    private final Patience waiting;

    /**
     * @param reach which addresses servers may have
     * @param patience how long to wait for one answer
     */
    public Directory(CamelContext camel, ProducerTemplate template, Reach reach, Clock clock, Duration patience)
            throws Exception {
        this.template = template;
        this.reach = reach;
        this.clock = clock;
        this.routine = Patience.ofRoutine(patience);
        this.waiting = Patience.ofSomebodyWaiting(patience);
        camel.addRoutes(readRoute());
    }

    private record Question(DirectoryAccess access, List<UUID> groups, List<UUID> asked) {}

    private RouteBuilder readRoute() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(READ)
                        .errorHandler(noErrorHandler())
                        .routeId("read-directory")
                        .process(exchange -> {
                            var question = exchange.getMessage().getMandatoryBody(Question.class);
                            exchange.getMessage().setBody(answer(question));
                        });
            }
        };
    }

    /**
     * Reads groups and everybody in them, whatever their standing: all or nothing.
     *
     * @param asked whose whereabouts are of interest if they are in none of the groups
     */
    public Reading read(DirectoryAccess access, Collection<UUID> groups, Collection<UUID> asked) {
        var question = new Question(access, List.copyOf(groups), List.copyOf(asked));
        var done = template.request(READ, exchange -> exchange.getMessage().setBody(question));
        if (done.getException() != null) {
            return new Reading.Failed(new Fault(Fault.Kind.BROKEN, String.valueOf(done.getException())));
        }
        return done.getMessage().getBody(Reading.class);
    }

    private Reading answer(Question question) {
        try {
            return ask(
                    question.access(),
                    routine,
                    (server, reader) -> reader.read(server.toString(), question.groups(), question.asked()));
        } catch (Refusal refusal) {
            return new Reading.Failed(refusal.fault());
        }
    }

    /** Whether a name was found, and what it may mean. */
    public sealed interface Groups {
        record Found(List<ForeignGroup> groups) implements Groups {}

        record Failed(Fault fault) implements Groups {}
    }

    /** Groups that somebody may mean by that text: a name, a mail address or a DN. */
    public Groups groupsCalled(DirectoryAccess access, String text) {
        try {
            return new Groups.Found(ask(access, routine, (server, reader) -> reader.groupsCalled(text.strip())));
        } catch (Refusal refusal) {
            return new Groups.Failed(refusal.fault());
        }
    }

    /**
     * The pictures of those people who have one; those who are not in the answer have none.
     *
     * @return empty when the directory could not be asked
     */
    public Optional<Map<UUID, byte[]>> photos(DirectoryAccess access, Collection<UUID> people) {
        try {
            return Optional.of(ask(access, routine, (server, reader) -> {
                Map<UUID, byte[]> photos = new HashMap<>();
                people.forEach(person -> reader.photo(person).ifPresent(photo -> photos.put(person, photo)));
                return photos;
            }));
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }

    /** What became of a password. */
    public sealed interface Bound {
        record Accepted() implements Bound {}

        record Refused(BindRefusal reason) implements Bound {}

        /** It was not checked. */
        record Unavailable(Fault fault) implements Bound {}
    }

    /**
     * Asks the directory whether that is the person's password, by signing in as them. Nothing that anybody typed but the
     * password goes there. An empty or blank one is refused here. Answers within some seconds, whatever the servers do.
     */
    public Bound bind(DirectoryAccess access, UUID person, String password) {
        if (password.isBlank()) {
            return new Bound.Refused(BindRefusal.WRONG_PASSWORD);
        }
        try {
            return ask(
                    access,
                    waiting,
                    (server, reader) -> reader.whereIs(person)
                            .map(dn -> bindAs(access, server, dn, password))
                            .orElseGet(() -> new Bound.Refused(BindRefusal.UNKNOWN_USER)));
        } catch (Refusal refusal) {
            return new Bound.Unavailable(refusal.fault());
        }
    }

    private Bound bindAs(DirectoryAccess access, URI server, String dn, String password) {
        try (var line = Line.open(server, access, reach, waiting)) {
            line.bind(dn, password);
            return new Bound.Accepted();
        } catch (Refusal refusal) {
            if (refusal.fault().kind() == Fault.Kind.CREDENTIALS) {
                return new Bound.Refused(BindRefusal.of(refusal.fault().detail()));
            }
            throw refusal;
        }
    }

    /** What became of a text that was to be written. */
    public sealed interface Written {
        /** It is there, or a later one. @param found false when there is no such entry: nothing was to be done */
        record Done(boolean found) implements Written {}

        record Failed(Fault fault) implements Written {}
    }

    /** Writes it unless a later one is there. Repeating it changes nothing. */
    public Written write(DirectoryAccess access, LastWord word) {
        try {
            return askLine(
                    access, routine, (server, line) -> new Written.Done(new WriteLastWord(line, access).write(word)));
        } catch (Refusal refusal) {
            return new Written.Failed(refusal.fault());
        }
    }

    /**
     * Tries every server, and reads what an import would. Several at a time: somebody looks at the page, and one that is
     * silent takes as long as an import would wait for it.
     *
     * @return in the order of the servers
     */
    public List<Probe> check(DirectoryAccess access) {
        var threads = Thread.ofPlatform().daemon().name("directory-check-", 0).factory(); // ADR 0104
        try (var workers = Executors.newFixedThreadPool(AT_A_TIME, threads)) {
            return access.servers().stream()
                    .map(server -> CompletableFuture.supplyAsync(() -> probe(server, access), workers))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    private Probe probe(URI server, DirectoryAccess access) {
        var counted = new AtomicInteger();
        Optional<Fault> fault = Optional.empty();
        try (var line = Line.open(server, access, reach, routine)) {
            line.bind(access.user(), access.password());
            line.search(
                    access.base(),
                    Filter.allOf(Filter.PEOPLE, access.peopleFilter()),
                    ReadDirectory.PAGE,
                    entry -> counted.incrementAndGet(),
                    "objectGUID");
        } catch (Refusal refusal) {
            fault = Optional.of(refusal.fault());
        }
        return new Probe(server.toString(), fault, counted.get());
    }

    /** The first server that can be asked answers; what one has not finished, the next begins anew. */
    private <T> T ask(DirectoryAccess access, Patience patience, BiFunction<URI, ReadDirectory, T> question) {
        return askLine(
                access, patience, (server, line) -> question.apply(server, new ReadDirectory(line, access, clock)));
    }

    private <T> T askLine(DirectoryAccess access, Patience patience, BiFunction<URI, Line, T> question) {
        List<String> failures = new ArrayList<>();
        Refusal last = new Refusal(Fault.Kind.UNREACHABLE, "no server");
        long begin = System.nanoTime();
        for (URI server : access.servers()) {
            if (System.nanoTime() - begin > patience.altogether().toNanos()) {
                break;
            }
            try (var line = Line.open(server, access, reach, patience)) {
                line.bind(access.user(), access.password());
                return question.apply(server, line);
            } catch (Refusal refusal) {
                if (!refusal.isAboutTheServer()) {
                    throw refusal;
                }
                failures.add(server.getHost() + ": " + refusal.fault().detail());
                last = refusal;
            }
        }
        throw new Refusal(last.fault().kind(), String.join("; ", failures));
    }
}
