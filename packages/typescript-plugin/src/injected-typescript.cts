// Stands in for `typescript` in the bundle: whatever asks for it there gets the instance that tsserver handed over.
// Two versions number their syntax kinds differently, and one's trees read with the other's numbers are nonsense.

import slot = require('./typescript-slot.cjs')

if (slot.typescript === undefined) throw new Error('tsserver has not handed over its TypeScript yet')

export = slot.typescript
