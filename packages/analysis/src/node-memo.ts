/**
 * Remembers what was found out about nodes for as long as the analysis of their file. Nodes alone are no key: a tree that
 * didn't change is used again when another file did, and then what its nodes mean can have changed with that file.
 */
export class NodeMemo<Key extends object, Value> {
  readonly #byAnalysis = new WeakMap<object, Map<Key, Value>>()

  /**
   * What is remembered within one analysis.
   *
   * @param analysis the analysis of the file that the nodes stand in.
   */
  of(analysis: object): Map<Key, Value> {
    let memory = this.#byAnalysis.get(analysis)
    if (!memory) this.#byAnalysis.set(analysis, (memory = new Map()))
    return memory
  }
}
