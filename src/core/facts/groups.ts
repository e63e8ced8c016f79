// Things numbered from 0, put together by the customer they belong to: two typed arrays instead of a list of lists.

/** Members of group g are `members[starts[g]]` up to, not including, `members[starts[g + 1]]`, in ascending order. */
export interface Groups {
  readonly starts: Uint32Array
  readonly members: Uint32Array
}

/** A counting sort. `groupOf` is asked twice for each; −1 leaves one out. */
export function groupsOf(groups: number, length: number, groupOf: (member: number) => number): Groups {
  const starts = new Uint32Array(groups + 1)
  for (let m = 0; m < length; m++) {
    const g = groupOf(m)
    if (g >= 0) starts[g + 1] = (starts[g + 1] ?? 0) + 1
  }
  for (let g = 0; g < groups; g++) starts[g + 1] = (starts[g + 1] ?? 0) + (starts[g] ?? 0)
  const members = new Uint32Array(starts[groups] ?? 0)
  const next = starts.slice()
  for (let m = 0; m < length; m++) {
    const g = groupOf(m)
    if (g < 0) continue
    const at = next[g] ?? 0
    members[at] = m
    next[g] = at + 1
  }
  return { starts, members }
}

export function membersOf({ starts, members }: Groups, group: number): Uint32Array {
  return members.subarray(starts[group] ?? 0, starts[group + 1] ?? 0)
}

/** Calls back in order; no list is made. */
export function forEachMember({ starts, members }: Groups, group: number, each: (member: number) => void): void {
  const end = starts[group + 1] ?? 0
  for (let k = starts[group] ?? 0; k < end; k++) each(members[k] ?? 0)
}
