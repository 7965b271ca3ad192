package org.beistand.applet.kit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Read this first. {@code BuildKit --platform linux-x64 --jdk DIR --out DIR [--video LIBRARY]} writes {@code
 * beistand-support-linux-x64.tar.gz} (with its own Java) and {@code beistand-support-portable.zip} (needs Java 25). The
 * tar lacks its closing blocks, see {@link TarMember}.
 */
public final class BuildKit {

    /** Every entry's time: an archive is known by its content, not by when it was packed. */
    private static final Instant MODIFIED = Instant.parse("2026-11-21T00:00:00Z");

    private static final String LINUX = "linux-x64";

    private BuildKit() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        try {
            Map<String, String> options = options(args);
            Path lib = Path.of(options.getOrDefault("--lib", ownFolder().toString()));
            Path out = Files.createDirectories(Path.of(required(options, "--out")));
            Parts parts = Parts.in(lib);
            String platform = required(options, "--platform");
            Optional<Path> video = Optional.ofNullable(options.get("--video")).map(BuildKit::library);
            buildTar(parts.forPlatform(platform), video, platform, Path.of(required(options, "--jdk")), out);
            buildZip(parts, out);
        } catch (KitFailed failed) {
            System.err.println("beistand: " + failed.getMessage());
            System.exit(1);
        }
    }

    private static Path ownFolder() {
        try {
            return Path.of(BuildKit.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .resolveSibling("");
        } catch (URISyntaxException nowhere) {
            throw new KitFailed("where the program's jars are is not known: use --lib");
        }
    }

    private static Map<String, String> options(String[] args) {
        Map<String, String> options = new HashMap<>();
        for (int index = 0; index + 1 < args.length; index += 2) {
            options.put(args[index], args[index + 1]);
        }
        return options;
    }

    private static String required(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null || value.isBlank()) {
            throw new KitFailed("usage: BuildKit --platform NAME --jdk DIR --out DIR [--video LIBRARY]");
        }
        return value;
    }

    private static Path library(String name) {
        Path file = Path.of(name);
        if (!Files.isRegularFile(file) || !String.valueOf(file.getFileName()).contains("vpx")) {
            throw new KitFailed(name + " is no libvpx of the kit's platform");
        }
        return file;
    }

    private static void buildTar(Parts parts, Optional<Path> video, String platform, Path jdk, Path out)
            throws IOException, InterruptedException {
        Path work = Files.createTempDirectory(out, "kit");
        try {
            Path runtime = work.resolve("runtime");
            RuntimeImage.link(jdk, runtime);
            if (runsHere(platform)) {
                RuntimeImage.shareClasses(runtime, FileTime.from(MODIFIED));
            }
            Path unfinished = work.resolve("kit.tar.gz");
            try (OutputStream gzip = gzip(unfinished)) {
                writeTar(new TarMember(gzip, MODIFIED), parts, video, runtime);
            }
            Path kit = out.resolve("beistand-support-" + platform + ".tar.gz");
            Files.move(unfinished, kit, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(work);
        }
    }

    private static boolean runsHere(String platform) {
        boolean onLinux =
                "Linux".equals(System.getProperty("os.name")) && "amd64".equals(System.getProperty("os.arch"));
        return onLinux && platform.equals(LINUX);
    }

    private static void writeTar(TarMember tar, Parts parts, Optional<Path> video, Path runtime) throws IOException {
        tar.folder(Parts.ROOT);
        tar.file(Parts.ROOT + "/beistand-support", Parts.resource("beistand-support.sh"), true);
        tar.file(Parts.ROOT + "/README.txt", Parts.resource("README.txt"), false);
        tar.folder(Parts.ROOT + "/lib");
        for (Path jar : parts.jars()) {
            tar.file(Parts.ROOT + "/lib/" + jar.getFileName(), jar, false);
        }
        if (video.isPresent()) {
            String pack = Parts.ROOT + "/video";
            tar.folder(pack);
            tar.file(pack + "/LICENSE-libvpx.txt", Parts.resource("LICENSE-libvpx.txt"), false);
            tar.file(pack + "/" + video.get().getFileName(), video.get(), false);
        }
        try (Stream<Path> files = Files.walk(runtime)) {
            for (Path file : files.sorted().toList()) {
                String name = Parts.ROOT + "/runtime" + (file.equals(runtime) ? "" : "/" + runtime.relativize(file));
                if (Files.isDirectory(file)) {
                    tar.folder(name);
                } else {
                    tar.file(name, file, Files.isExecutable(file));
                }
            }
        }
    }

    /** Smallest at any cost: a kit is packed once and downloaded many times. */
    private static OutputStream gzip(Path file) throws IOException {
        return new BufferedOutputStream(
                new GZIPOutputStream(Files.newOutputStream(file), 1 << 16) {
                    {
                        def.setLevel(Deflater.BEST_COMPRESSION);
                    }
                },
                1 << 16);
    }

    private static void buildZip(Parts parts, Path out) throws IOException {
        Path unfinished = out.resolve("portable.zip.part");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(unfinished))) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (String name : List.of("beistand-support.sh", "beistand-support.cmd", "README.txt")) {
                add(zip, name, Parts.resource(name));
            }
            for (Path jar : parts.jars()) {
                add(zip, "lib/" + jar.getFileName(), Files.readAllBytes(jar));
            }
        }
        Files.move(
                unfinished,
                out.resolve("beistand-support-portable.zip"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(Parts.ROOT + "/" + name);
        entry.setTime(MODIFIED.toEpochMilli());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, IOException failed) throws IOException {
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
