// Lets a benchmark ask a server to collect its garbage, so that what it keeps can be told from what it has not yet let go.
process.on('SIGUSR2', () => {
  for (let round = 0; round < 3; round++) globalThis.gc()
})
