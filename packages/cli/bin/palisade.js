#!/usr/bin/env node
void require('../bundle/load.js').load().program.command()
