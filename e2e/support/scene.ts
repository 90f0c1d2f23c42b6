import type { GenerateWish } from './api-client.ts'
import { addPerson, bareId, storedGeneration } from './person.ts'
import type { Person } from './person.ts'
import type { Behaviour } from './sandbox.ts'
import type { Stack } from './stack.ts'
import { watch } from './viewer.ts'
import type { Viewer } from './viewer.ts'

/** A person with one generation under way, and somebody who watches it. */
export interface Scene {
  person: Person
  /** Bare UUIDs. */
  generationId: string
  creationId: string
  viewer: Viewer
}

/** A new person's generation whose text has begun to flow. `fault` meets the model's next call. */
export async function writingScene(stack: Stack, fault: Behaviour, wish: GenerateWish = {}): Promise<Scene> {
  const person = await addPerson(stack)
  await stack.sandbox.behave(fault)
  const { generationId, creationId } = await person.api.generate(wish)
  const viewer = watch(person.api, generationId)
  await viewer.sawDeltas(3)
  return {
    person,
    generationId: bareId('generation', generationId),
    creationId: bareId('creation', creationId),
    viewer,
  }
}

/**
 * A new person's request that is stored, and whose answer is still out. `prepare` runs before it is sent, for instance to hold a
 * row; the answer is nobody's business.
 */
export async function requestedScene(
  stack: Stack,
  prepare: (person: Person) => Promise<unknown> = async () => {},
): Promise<Scene & { requestKey: string }> {
  const person = await addPerson(stack)
  await prepare(person)
  const requestKey = crypto.randomUUID()
  const ignored = () => {}
  person.api.generate({ requestKey }).then(ignored, ignored)
  const { id, creationId } = await storedGeneration(stack, requestKey)
  return { person, requestKey, generationId: id, creationId, viewer: watch(person.api, edgeGenerationId(id)) }
}

const edgeGenerationId = (id: string) => `gen_${id.replaceAll('-', '')}`
