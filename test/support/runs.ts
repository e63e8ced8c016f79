// How many random cases a law tries: few in `npm test`, many in `npm run fuzz`.

/** CRM_FUZZ multiplies, as 100. */
export function runs(usual: number): number {
  return usual * Number(process.env.CRM_FUZZ ?? 1)
}
