import { restErrorAnswer } from '@mozhou/contracts/requests/answers'
import { z } from 'zod'
import type { RestRoute } from '../rest-route.ts'
import { formInputs } from './forms.ts'

export type JsonObject = { [name: string]: unknown }

export interface JsonSchemas {
  /** For `components.schemas`. */
  components: JsonObject
  /** By procedure; refers to the components. */
  inputs: Readonly<Record<string, InputSchema>>
  answers: Readonly<Record<string, JsonObject>>
  /** By the names of their components, before anything stands beside their fields. */
  forms: Readonly<Record<string, JsonObject>>
}

interface InputSchema {
  properties: Readonly<Record<string, JsonObject>>
  required: readonly string[]
  /** What the schema says of its properties together, such as `if` and `then`. */
  rules: JsonObject
}

/** zod's own translation, once for everything that is answered and once for everything that is asked. */
export function jsonSchemas(routes: readonly RestRoute[]): JsonSchemas {
  const answered = translate(
    { ...byProcedure(routes, ({ meta }) => meta.answer ?? z.unknown()), error: restErrorAnswer },
    'output',
  )
  const asked = translate(
    byProcedure(routes, ({ input }) => input),
    'input',
  )
  const forms = translate(formInputs, 'input')
  return {
    components: { ...answered.components, ...asked.components },
    answers: answered.schemas,
    forms: forms.schemas,
    inputs: Object.fromEntries(Object.entries(asked.schemas).map(([name, schema]) => [name, toInput(schema)])),
  }
}

function byProcedure(routes: readonly RestRoute[], schemaOf: (route: RestRoute) => z.ZodType) {
  return Object.fromEntries(routes.map((route) => [route.procedure, schemaOf(route)]))
}

function translate(schemas: Readonly<Record<string, z.ZodType>>, io: 'input' | 'output') {
  const whole = z.toJSONSchema(z.object(schemas), {
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      delete jsonSchema.id
      // The REST door refuses what it does not know; in answers zod says so itself.
      if (jsonSchema.properties) jsonSchema.additionalProperties ??= false
      // The format says it; zod's own pattern is a page of alternatives.
      if (jsonSchema.pattern?.includes('\\d\\d[2468][048]') || jsonSchema.format === 'uuid') delete jsonSchema.pattern
    },
  })
  const { properties = {}, $defs = {} } = hoisted(whole) as {
    properties?: Record<string, JsonObject>
    $defs?: JsonObject
  }
  return { schemas: properties, components: $defs }
}

/** Definitions become components of the document. */
function hoisted(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as unknown
}

function toInput(schema: JsonObject): InputSchema {
  const {
    properties = {},
    required = [],
    type: _,
    additionalProperties: __,
    ...rules
  } = schema as Partial<InputSchema> & JsonObject
  return { properties, required, rules }
}
