package org.beistand.branding;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a company looks: a chain of brands from the child over its parents to "base". Every text and every file is looked
 * up by itself along that chain, so a brand states only what differs. Found by {@link Brands#find}.
 *
 * @param name the child's name
 * @param chain the child first, "base" last; never empty
 */
public record Brand(String name, List<Layer> chain) {

    public Brand {
        chain = List.copyOf(chain);
    }

    /** @return the parent's name; empty for "base" */
    public Optional<String> parent() {
        return chain.size() > 1 ? Optional.of(chain.get(1).name()) : Optional.empty();
    }

    /**
     * The text of a key. The nearer brand wins over the nearer language: a company's own name must not give way to ours
     * because it stated it in one language only.
     *
     * @return empty when no brand of the chain has the key
     */
    public Optional<String> text(String key, Locale locale) {
        return chain.stream().flatMap(layer -> layer.text(key, locale).stream()).findFirst();
    }

    /**
     * A file along the chain.
     *
     * @param path relative, e.g. "logo.svg"; a path that would leave the brand's folder is not found
     */
    public Optional<BrandFile> file(String path) {
        return chain.stream().flatMap(layer -> layer.file(path).stream()).findFirst();
    }

    /**
     * All files of that path, base first, so that style sheets can be served one after the other and the child's
     * properties win.
     */
    public List<BrandFile> files(String path) {
        return chain.reversed().stream()
                .flatMap(layer -> layer.file(path).stream())
                .toList();
    }

    /**
     * One brand of the chain by itself.
     *
     * @param texts by language ("" is the default), then by key
     * @param lookup reads a file of this brand only
     */
    public record Layer(String name, Map<String, Map<String, String>> texts, Files lookup) {

        Optional<String> text(String key, Locale locale) {
            String own = texts.getOrDefault(locale.getLanguage(), Map.of()).get(key);
            return Optional.ofNullable(
                    own != null ? own : texts.getOrDefault("", Map.of()).get(key));
        }

        Optional<BrandFile> file(String path) {
            return lookup.find(path);
        }
    }

    /** Reads a brand's file; empty when it has none. */
    @FunctionalInterface
    public interface Files {
        /** @param path relative to the brand's folder */
        Optional<BrandFile> find(String path);
    }
}
