"""The network of an answer or of one entity: what hangs together with it, as data and as SVG."""
