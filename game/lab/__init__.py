"""The laboratory: exports, benchmarks and (later) sweeps over the one engine."""
