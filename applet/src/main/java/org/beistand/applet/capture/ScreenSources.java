package org.beistand.applet.capture;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Picks the best source that works here. What a system can do differs; not being able to is no accident. */
public final class ScreenSources {

    private static final Logger LOG = Logger.getLogger(ScreenSources.class.getName());

    private final List<ScreenSource.Provider> providers;

    public ScreenSources(List<? extends ScreenSource.Provider> providers) {
        this.providers = providers.stream()
                .sorted(Comparator.comparingInt(ScreenSource.Provider::preference)
                        .reversed())
                .map(ScreenSource.Provider.class::cast)
                .toList();
    }

    /** @throws CannotCapture with the reason of the most preferred provider, which knows this system best */
    ScreenSource open() {
        Optional<CannotCapture> first = Optional.empty();
        for (ScreenSource.Provider provider : providers) {
            try {
                Optional<CannotCapture> obstacle = provider.obstacle();
                if (obstacle.isEmpty()) {
                    ScreenSource source = provider.open();
                    LOG.info(() -> "capturing by " + source.name());
                    return source;
                }
                first = first.or(() -> obstacle);
            } catch (CannotCapture failed) {
                LOG.log(Level.WARNING, "a source of pictures failed to open", failed);
                first = first.or(() -> Optional.of(failed));
            }
        }
        throw first.orElseGet(() -> new CannotCapture("capture.nothing", "no source of pictures"));
    }
}
