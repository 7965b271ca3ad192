package org.beistand.systemtests.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands every system test the same running product: started with the first that asks, stopped after the last. */
public final class ProductExtension implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ProductExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Product.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        Product.class,
                        key -> Product.alreadyRunning().orElseGet(() -> Product.startDemo(freshFolder())),
                        Product.class);
    }

    /** Below target, so that logs and database of a failed run can be looked at. */
    private static Path freshFolder() {
        try {
            Path target = Files.createDirectories(Script.HOUSE.resolve("system-tests/target"));
            return Files.createTempDirectory(target, "data-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
