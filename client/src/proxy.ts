import type { Agent } from 'node:http';
import { ClientConfigurationError } from './errors.js';

const variables = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'];
const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * An agent that sends requests through the proxy: the one named, for every host, or the ones of HTTPS_PROXY and its kin,
 * where NO_PROXY has its say. Loopback addresses are never sent to a proxy. `undefined` where none is configured.
 */
export async function proxyAgent(proxy: string | undefined): Promise<Agent | undefined> {
  if (proxy === undefined && !variables.some((name) => (process.env[name] ?? '') !== '')) return undefined;
  if (proxy !== undefined) checkProxyUrl(proxy);
  // Loaded only where it is needed: most runs have no proxy.
  const { ProxyAgent } = await import('proxy-agent');
  const fromEnvironment = new ProxyAgent().getProxyForUrl;
  return new ProxyAgent({
    keepAlive: true,
    getProxyForUrl: async (url, request) => {
      if (loopback.test(new URL(url).hostname)) return '';
      return proxy ?? withScheme(await fromEnvironment(url, request));
    },
  });
}

/** A proxy given as `host:port` speaks plain HTTP, as in curl, whatever is tunnelled through it. */
function withScheme(found: string): string {
  if (found === '') return found;
  const bare = variables.some((name) => {
    const value = process.env[name] ?? '';
    return !value.includes('://') && found.endsWith(`://${value}`);
  });
  const url = bare ? `http://${found.slice(found.indexOf('://') + 3)}` : found;
  checkProxyUrl(url);
  return url;
}

/** A proxy's URL may hold a password, so no message quotes it. */
function checkProxyUrl(url: string): void {
  if (!URL.canParse(url) || !/^(https?|socks[45]?[ah]?):\/\//.test(url)) {
    throw new ClientConfigurationError(
      'The proxy is no URL that can be used; it should look like http://proxy.example:3128.',
    );
  }
}
