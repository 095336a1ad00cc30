package dev.interlock.platform.problem;

import dev.interlock.platform.deprecation.Deprecation;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/// Says in every contract what holds for every operation: a Keycloak token comes in, a problem
/// document comes out.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 10)
public class ContractFilter implements OASFilter {
    private static final String TOKEN = "accessToken";
    private static final String PROBLEM = "Problem";

    @Override
    public Operation filterOperation(Operation operation) {
        var content =
                OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(
                                                OASFactory.createSchema()
                                                        .ref("#/components/schemas/" + PROBLEM)));
        var problem =
                OASFactory.createAPIResponse()
                        .description("A problem document (RFC 9457)")
                        .content(content);
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        operation.getResponses().setDefaultValue(problem);
        markDeprecated(operation);
        return operation.addSecurityRequirement(
                OASFactory.createSecurityRequirement().addScheme(TOKEN));
    }

    private static void markDeprecated(Operation operation) {
        var declared =
                operation.getExtensions() == null
                        ? null
                        : operation.getExtensions().get(Deprecation.DECLARATION);
        if (declared != null) {
            var sentence = Deprecation.of(declared.toString()).sentence();
            var told = operation.getDescription();
            operation.setDeprecated(true);
            operation.setDescription(told == null ? sentence : sentence + "\n\n" + told);
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getComponents() == null) {
            contract.setComponents(OASFactory.createComponents());
        }
        contract.getComponents()
                .addSecurityScheme(
                        TOKEN,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description(
                                        "An access token of the Keycloak realm interlock, with the"
                                                + " audience of this tier"))
                .addSchema(PROBLEM, problem());
    }

    private static Schema problem() {
        var violation =
                object().addProperty(
                                "pointer",
                                text("JSON pointer into the body, `?name` or `header:Name`"))
                        .addProperty("code", text("Which rule"))
                        .addProperty("detail", text("In words"));
        return object().description(
                        "The only shape an error has. Some types say more: system, effect, state,"
                                + " allowed, findings.")
                .addProperty("type", text("`/problems/<code>`, a page of the portal"))
                .addProperty("title", text("What this type of problem means"))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text("What happened here"))
                .addProperty("instance", text("The path of the request"))
                .addProperty("code", text("The type in short"))
                .addProperty("correlationId", text("Quote it when asking"))
                .addProperty(
                        "retryable", OASFactory.createSchema().addType(Schema.SchemaType.BOOLEAN))
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(violation));
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
