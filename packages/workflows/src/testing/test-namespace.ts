import { setTimeout as sleep } from 'node:timers/promises'
import { Client, Connection } from '@temporalio/client'
import { msToTs } from '@temporalio/common/lib/time'
import { NativeConnection } from '@temporalio/worker'
import { searchKeys } from '../search-attributes.ts'
import { testTemporalAddress } from './env.ts'

export interface TestNamespace {
  address: string
  namespace: string
  client: Client
  worker: NativeConnection
  close(): Promise<void>
}

/** A namespace of its own on the test server, with our search attributes: queues and ids of other files are not seen in it. */
export async function createTestNamespace(): Promise<TestNamespace> {
  const address = testTemporalAddress()
  const namespace = `test-${crypto.randomUUID()}`
  const connection = await Connection.connect({ address })
  const client = new Client({ connection, namespace })
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: msToTs('1 day'),
  })
  await untilServed(() => connection.workflowService.describeNamespace({ namespace }))
  await untilServed(() =>
    connection.operatorService.addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(Object.values(searchKeys).map(({ name, type }) => [name, valueTypes[type]])),
    }),
  )
  await untilServed(() => client.workflow.list({ query: 'BizStatus = "x"' })[Symbol.asyncIterator]().next())
  const worker = await NativeConnection.connect({ address })
  return {
    address,
    namespace,
    client,
    worker,
    async close() {
      await worker.close()
      await connection.close()
    },
  }
}

/** temporal.api.enums.v1.IndexedValueType (https://github.com/temporalio/api, enums/v1/common.proto). */
const valueTypes = { TEXT: 1, KEYWORD: 2, INT: 3, DOUBLE: 4, BOOL: 5, DATETIME: 6, KEYWORD_LIST: 7 } as const

/** The server's caches learn of a new namespace within seconds. */
async function untilServed(call: () => Promise<unknown>): Promise<void> {
  const deadline = Date.now() + 30_000
  for (;;) {
    try {
      await call()
      return
    } catch (cause) {
      if (Date.now() > deadline) throw cause
      await sleep(100)
    }
  }
}
