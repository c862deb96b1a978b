import type { FunctionNode, Node, WayOut } from '@palisade/analysis'

/** A place where a value leaves for a client. */
export interface Sink {
  /** What leaves. */
  value: Node
  /** Only these members of it do; each a path. */
  members?: readonly (readonly string[])[]
  out: WayOut
  /** How it leaves, as the code says it: `res.json()`. */
  by: string
  /** The call, assignment or return. */
  at: Node
  /** Only texts count: what becomes of a whole error is not known. */
  textOnly?: boolean
  /** Only the stack counts. */
  stackOnly?: boolean
  /** The value becomes part of an error: its `cause` stays inside. */
  isError?: boolean
  /** Functions that the server asks how to show an error; their parameters are errors. */
  formatter?: FunctionNode
}
