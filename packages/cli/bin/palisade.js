#!/usr/bin/env node
// eslint-disable-next-line @typescript-eslint/no-require-imports -- Node starts CommonJS sooner than an ES module.
void require('../bundle/load.js').load().program.command()
