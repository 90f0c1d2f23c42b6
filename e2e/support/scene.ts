import type { GenerationStartedDto } from '@mozhou/contracts/generations/answers'
import { formatId } from '@mozhou/contracts/ids'
import type { GenerateRequest } from './api-client.ts'
import { bareId } from './ids.ts'
import { addPerson, storedGeneration } from './person.ts'
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
export async function writingScene(stack: Stack, fault: Behaviour, request: GenerateRequest = {}): Promise<Scene> {
  const person = await addPerson(stack)
  await stack.sandbox.behave(fault)
  const { generationId, creationId } = await person.api.generate(request)
  const viewer = watch(person.api, generationId)
  await viewer.sawDeltas(3)
  return {
    person,
    generationId: bareId('generation', generationId),
    creationId: bareId('creation', creationId),
    viewer,
  }
}

/** A stored request, and the answer that may never come. */
export interface RequestedScene extends Scene {
  requestKey: string
  answer: Promise<GenerationStartedDto>
}

/** A new person's request that is stored. `prepare` runs before it is sent, for instance to hold a row. */
export async function requestedScene(
  stack: Stack,
  prepare: (person: Person) => Promise<unknown> = async () => {},
): Promise<RequestedScene> {
  const person = await addPerson(stack)
  await prepare(person)
  const requestKey = crypto.randomUUID()
  const answer = person.api.generate({ requestKey })
  // Where the API dies there is none, and nobody waits for it.
  answer.catch(() => {})
  const { id, creationId } = await storedGeneration(stack, requestKey)
  const viewer = watch(person.api, formatId('generation', id))
  return { person, requestKey, answer, generationId: id, creationId, viewer }
}
