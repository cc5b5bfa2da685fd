"""An answer comes in; its meetings and claims along one axis go out, as data and as SVG."""
