package org.beistand.helpdesk.testkit;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts a helpdesk for each database when it is first needed and stops it at the end of the run. */
class RunningHelpdesks implements ClassTemplateInvocationContextProvider {

    private static final Namespace SHARED = Namespace.create(RunningHelpdesks.class);

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
        String only = System.getProperty("beistand.it.database", "");
        return Stream.of(DatabaseKind.values())
                .filter(kind -> only.isEmpty() || only.equalsIgnoreCase(kind.name()))
                .map(OnOne::new);
    }

    private record OnOne(DatabaseKind kind) implements ClassTemplateInvocationContext {

        @Override
        public String getDisplayName(int index) {
            return kind.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new Resolver(kind));
        }
    }

    private record Resolver(DatabaseKind kind) implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Helpdesk.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot().getStore(SHARED).getOrComputeIfAbsent(kind, Helpdesk::start, Helpdesk.class);
        }
    }
}
