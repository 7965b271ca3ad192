package org.beistand.helpdesk.session.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The applet kits of this server: what lies in {@code beistand.kits}, looked at anew each time, so that a kit that was just
 * built is offered at once.
 */
@ApplicationScoped
public class Kits {

    private static final Pattern TAR = Pattern.compile("beistand-support-([a-z]+-[a-z0-9]+)\\.tar\\.gz");
    private static final String MOBILE = "mobile";
    private static final String PORTABLE_FILE = "beistand-support-portable.zip";

    @Inject
    @ConfigProperty(name = "beistand.kits")
    Optional<String> folder;

    public List<Kit> all() {
        var kits = folder.map(Path::of).filter(Files::isDirectory);
        if (kits.isEmpty()) {
            return List.of();
        }
        try (var files = Files.list(kits.get())) {
            return files.map(Kits::kit)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparing(Kit::isPortable).thenComparing(Kit::platform))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The folder of the applet kits cannot be read", unreadable);
        }
    }

    public Optional<Kit> byPlatform(String platform) {
        return all().stream().filter(kit -> kit.platform().equals(platform)).findFirst();
    }

    /** The kit for the computer that a browser says it runs on, else the portable one. */
    public Optional<Kit> forBrowser(String userAgent) {
        var platform = platform(userAgent);
        return byPlatform(platform).or(() -> byPlatform(Kit.PORTABLE));
    }

    public static boolean isMobile(String userAgent) {
        return platform(userAgent).equals(MOBILE);
    }

    static String platform(String userAgent) {
        var agent = userAgent.toLowerCase(Locale.ROOT);
        if (agent.contains("android") || agent.contains("iphone") || agent.contains("ipad")) {
            return MOBILE;
        }
        if (agent.contains("windows")) {
            return agent.contains("arm64") ? "windows-aarch64" : "windows-x64";
        }
        if (agent.contains("mac os x")) {
            return "macos-aarch64";
        }
        if (agent.contains("linux")) {
            return agent.contains("aarch64") ? "linux-aarch64" : "linux-x64";
        }
        return "unknown";
    }

    private static Optional<Kit> kit(Path file) {
        var name = file.getFileName().toString();
        Matcher tar = TAR.matcher(name);
        if (tar.matches()) {
            return Optional.of(new Kit(tar.group(1), name, file, size(file)));
        }
        return name.equals(PORTABLE_FILE)
                ? Optional.of(new Kit(Kit.PORTABLE, name, file, size(file)))
                : Optional.empty();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            throw new UncheckedIOException("An applet kit cannot be read", gone);
        }
    }
}
