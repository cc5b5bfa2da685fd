"""An answer, or one entity, comes in; a network of what hangs together with it goes out, as data and as SVG."""
