package org.beistand.branding;

import java.io.IOException;
import java.io.StringReader;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds brands. A brand is a folder with {@code brand.properties} (one property: {@code parent}), {@code
 * messages[_de].properties} and files. A brand that is missing or broken is logged and the next one in the chain serves:
 * a wrong name in a setting never keeps a customer out.
 */
public final class Brands {

    /** The brand at the end of every chain. */
    public static final String BASE = "base";

    /** Children of children of children are enough; more is a mistake. */
    private static final int MAX_CHAIN = 5;

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final List<String> LANGUAGES = List.of("", "en", "de");
    private static final System.Logger LOG = System.getLogger(Brands.class.getName());

    private final List<BrandFolder> folders;

    private Brands(List<BrandFolder> folders) {
        this.folders = folders;
    }

    /** Brands on the class path of this program only. */
    public static Brands builtIn() {
        return new Brands(List.of(onClassPath()));
    }

    /** @param folder with one folder per brand; asked before the class path, and it need not exist */
    public static Brands in(Path folder) {
        return new Brands(List.of(new BrandFolder.OnDisk(folder), onClassPath()));
    }

    private static BrandFolder onClassPath() {
        return new BrandFolder.OnClassPath(Brands.class.getClassLoader());
    }

    /** @return the brand with its parents; the base brand when there is none of that name */
    public Brand find(String name) {
        List<Brand.Layer> chain = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        String next = name;
        while (!next.equals(BASE)) {
            Optional<Properties> about = chain.size() < MAX_CHAIN && seen.add(next) ? about(next) : Optional.empty();
            if (about.isEmpty()) {
                LOG.log(Level.WARNING, "brand {0} of chain {1} is unknown or circular: going on with base", next, seen);
                break;
            }
            chain.add(layer(next));
            next = about.get().getProperty("parent", BASE).strip();
        }
        chain.add(layer(BASE));
        return new Brand(chain.getFirst().name(), chain);
    }

    private Optional<Properties> about(String name) {
        return NAME.matcher(name).matches() ? properties(name, "brand.properties") : Optional.empty();
    }

    private Brand.Layer layer(String name) {
        Map<String, Map<String, String>> texts = new HashMap<>();
        for (String language : LANGUAGES) {
            String file = language.isEmpty() ? "messages.properties" : "messages_" + language + ".properties";
            properties(name, file).ifPresent(found -> texts.put(language, asMap(found)));
        }
        return new Brand.Layer(
                name,
                Map.copyOf(texts),
                path -> read(name, path).map(bytes -> new BrandFile(name, path, new BrandFile.Content(bytes))));
    }

    private static Map<String, String> asMap(Properties properties) {
        Map<String, String> texts = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return Map.copyOf(texts);
    }

    private Optional<Properties> properties(String brand, String file) {
        return read(brand, file).flatMap(bytes -> {
            Properties properties = new Properties();
            try {
                properties.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
                return Optional.of(properties);
            } catch (IOException | IllegalArgumentException broken) {
                LOG.log(Level.WARNING, "brand " + brand + ": " + file + " cannot be read", broken);
                return Optional.empty();
            }
        });
    }

    private Optional<byte[]> read(String brand, String path) {
        for (BrandFolder folder : folders) {
            try {
                Optional<byte[]> found = folder.read(brand, path);
                if (found.isPresent()) {
                    return found;
                }
            } catch (IOException broken) {
                LOG.log(Level.WARNING, "brand " + brand + ": " + path + " cannot be read", broken);
            }
        }
        return Optional.empty();
    }
}
