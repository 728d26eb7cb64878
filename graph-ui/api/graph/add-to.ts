/** Adds to the list that stands under a name. */
export function addTo<K, V>(lists: Map<K, V[]>, name: K, value: V): void {
  const list = lists.get(name)
  if (list) list.push(value)
  else lists.set(name, [value])
}
