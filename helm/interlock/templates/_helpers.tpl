{{/* All templates that speak of one tier take (dict "root" $ "name" <name of the tier>). */}}

{{- define "interlock.httpPort" -}}8080{{- end }}
{{- define "interlock.managementPort" -}}9000{{- end }}

{{- define "interlock.fullname" -}}
{{ printf "%s-%s" .root.Release.Name .name | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "interlock.url" -}}
http://{{ include "interlock.fullname" . }}:{{ include "interlock.httpPort" . }}
{{- end }}

{{- define "interlock.selector" -}}
app.kubernetes.io/name: interlock
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .name }}
{{- end }}

{{- define "interlock.commonLabels" -}}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/part-of: interlock
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- end }}

{{- define "interlock.labels" -}}
{{ include "interlock.selector" . }}
{{ include "interlock.commonLabels" . }}
{{- end }}

{{- define "interlock.serviceAccount" -}}
{{ printf "%s-interlock" .Release.Name | trunc 63 | trimSuffix "-" }}
{{- end }}

{{/* The tiers that may call a tier: those above it, and the portal, which shows its contracts. */}}
{{- define "interlock.callers" -}}
{{- get (dict "system-apis" "process-apis,partner-apis,portal" "process-apis" "partner-apis,portal" "partner-apis" "portal" "portal" "") .name -}}
{{- end }}

{{/* The tier of this release that stands behind a target without an address. */}}
{{- define "interlock.targetTier" -}}
{{- if ne .name "system-apis" -}}
{{- get (dict "erp" "system-apis" "system" "system-apis" "process" "process-apis") .target -}}
{{- end -}}
{{- end }}

{{/* config/application.properties of a tier. */}}
{{- define "interlock.properties" -}}
{{- $root := .root -}}
{{- $name := .name -}}
{{- $tier := get .root.Values.tiers .name -}}
quarkus.http.port={{ include "interlock.httpPort" . }}
quarkus.management.port={{ include "interlock.managementPort" . }}
quarkus.shutdown.timeout={{ int .root.Values.shutdown.timeoutSeconds }}S
{{- if eq .name "portal" }}
{{- range list "system" "process" "partner" }}
interlock.portal.{{ . }}-url={{ include "interlock.url" (dict "root" $root "name" (printf "%s-apis" .)) }}
{{- end }}
{{- else }}
{{- $issuer := required "keycloak.url is missing: write the address of the realm, as it stands in the tokens' iss." .root.Values.keycloak.url }}
quarkus.oidc.auth-server-url={{ $issuer }}
{{- with $tier.client }}
quarkus.oidc-client.auth-server-url={{ $issuer }}
quarkus.oidc-client.client-id={{ .id }}
{{- end }}
{{- if $tier.database }}
quarkus.datasource.jdbc.url={{ required "database.url is missing: write jdbc:postgresql://<host>:5432/interlock." .root.Values.database.url }}
{{- end }}
{{- range $target, $declared := $tier.targets }}
{{- $below := include "interlock.targetTier" (dict "name" $name "target" $target) }}
{{- $own := "" }}
{{- if $below }}{{ $own = include "interlock.url" (dict "root" $root "name" $below) }}{{ end }}
interlock.targets.{{ $target }}.url={{ required (printf "tiers.%s.targets.%s.url is missing: write the address of that system." $name $target) (default $own $declared.url) }}
{{- range $key, $value := omit $declared "url" }}
interlock.targets.{{ $target }}.{{ $key }}={{ if kindIs "float64" $value }}{{ int $value }}{{ else }}{{ $value }}{{ end }}
{{- end }}
{{- end }}
{{- end }}
{{- range $key, $value := $tier.settings }}
{{ $key }}={{ $value }}
{{- end }}
{{- end }}
