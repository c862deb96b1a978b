import { createServer, type Server } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import * as net from 'node:net'
import * as tls from 'node:tls'
import { generate } from 'selfsigned'
import { WebSocketServer } from 'ws'

/** Servers on loopback that show a certificate which no authority has signed, as an attacker on the way would. */
export interface SelfSignedServers {
  /** Answers `ok` over HTTPS, and accepts WebSockets. */
  https: string
  /** The port of a server that speaks as much of the PostgreSQL protocol as a client needs to connect and end. */
  postgres: number
  close(): Promise<void>
}

/** Starts both, each with its own fresh certificate for another name than `localhost`. */
export async function startSelfSignedServers(): Promise<SelfSignedServers> {
  const pems = await generate([{ name: 'commonName', value: 'attacker.test' }], { keySize: 2048, algorithm: 'sha256' })
  const credentials = { key: pems.private, cert: pems.cert }
  const https = createServer(credentials, (_request, response) => response.end('ok'))
  const sockets = new WebSocketServer({ server: https })
  const postgres = postgresServer(credentials)
  const open = new Set<Socket>()
  for (const server of [https, postgres]) server.on('connection', (socket: Socket) => open.add(socket))
  const port = await listen(https)
  const postgresPort = await listen(postgres)
  return {
    https: `https://127.0.0.1:${port}`,
    postgres: postgresPort,
    async close() {
      sockets.close()
      for (const socket of open) socket.destroy()
      await Promise.all([https, postgres].map((server) => new Promise((resolve) => server.close(resolve))))
    },
  }
}

async function listen(server: Server | net.Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** https://www.postgresql.org/docs/current/protocol-flow.html: SSLRequest, then AuthenticationOk and ReadyForQuery. */
function postgresServer(credentials: { key: string; cert: string }): net.Server {
  return net.createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.once('data', () => {
      socket.write('S')
      const secure = new tls.TLSSocket(socket, { isServer: true, ...credentials })
      secure.on('error', () => secure.destroy())
      secure.once('data', () => {
        secure.write(Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]))
      })
    })
  })
}
