import { capabilities } from '@mozhou/contracts/models/kinds'
import { tableOf } from '@mozhou/contracts/table-of'
import type { ModelFactories } from '@mozhou/integrations/ai/registry'

/** For commands and tests that call no model. @throws Error with this message when one does. */
export function noModels(message: string): ModelFactories {
  return tableOf(capabilities, () => () => {
    throw new Error(message)
  })
}
