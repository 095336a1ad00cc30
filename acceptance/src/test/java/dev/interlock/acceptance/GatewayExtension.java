package dev.interlock.acceptance;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Hands every test class the one gateway, which starts with the first and stops after the last.
/// What a test broke is mended after it.
class GatewayExtension implements ParameterResolver, AfterEachCallback {
    private static Gateway gateway(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(GatewayExtension.class))
                .computeIfAbsent(Gateway.class, _ -> Gateway.start(), Gateway.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Gateway.class;
    }

    @Override
    public Gateway resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return gateway(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        gateway(context).mend();
    }
}
