const node = document.getElementById('reference');
Scalar.createApiReference('#reference', {
  url: node.dataset.contract,
  withDefaultFonts: false,
  telemetry: false,
  showDeveloperTools: 'never',
  hideClientButton: true,
  agent: { disabled: true },
  mcp: { disabled: true },
});
