import { describe, expect, it } from 'vitest'
import { keptValue } from '../../../graph-ui/api/kept/kept-value.ts'

/** A value that is made in as many steps as a test lets it: the number of the time it is made. */
function madeByHand() {
  const makings: { finish(): void; fail(): void }[] = []
  const value = keptValue(
    () =>
      new Promise<number>((resolve, reject) => {
        const time = makings.length + 1
        makings.push({ finish: () => resolve(time), fail: () => reject(new Error('The store is gone.')) })
      }),
  )
  return { ...value, makings }
}

describe('a kept value', () => {
  it('is made once for all who ask', async () => {
    const { get, getFresh, makings } = madeByHand()
    const asked = [get(), getFresh(), getFresh()]
    makings[0]!.finish()
    expect(await Promise.all(asked)).toEqual([1, 1, 1])
    expect(await getFresh()).toBe(1)
  })

  it('is made again when it is asked for after a change', async () => {
    const { getFresh, outdate, makings } = madeByHand()
    const first = getFresh()
    makings[0]!.finish()
    await first
    outdate()
    expect(makings).toHaveLength(1)
    const second = getFresh()
    makings[1]!.finish()
    expect(await second).toBe(2)
  })

  it('is made once more where the change came while it was being made', async () => {
    const { getFresh, outdate, makings } = madeByHand()
    const asked = getFresh()
    outdate()
    makings[0]!.finish()
    await expect.poll(() => makings.length).toBe(2)
    makings[1]!.finish()
    expect(await asked).toBe(2)
  })

  it('stays at hand where it cannot be made again, for those who can do with it', async () => {
    const { get, getFresh, outdate, makings } = madeByHand()
    const first = get()
    makings[0]!.finish()
    await first
    outdate()
    const [old, fresh] = [get(), getFresh()]
    makings[1]!.fail()
    await expect(fresh).rejects.toThrow('The store is gone.')
    expect(await old).toBe(1)
    const next = getFresh()
    makings[2]!.finish()
    expect(await next).toBe(3)
  })
})
