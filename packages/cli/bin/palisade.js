#!/usr/bin/env node
import '../bundle/palisade.js'
