#!/usr/bin/env bash
# Installs a server that speaks MongoDB's protocol, for the tests of the MongoDB storage. It is under the GPL: tests start
# it as a process of its own, and nothing of it is shipped. `npm ci` clears it away.
set -euo pipefail
cd "$(dirname "$0")/../.."
venv=node_modules/.cache/mongodb-server
python3 -m venv "$venv"
"$venv/bin/pip" install --quiet --disable-pip-version-check secantusdb==0.7.0b3
