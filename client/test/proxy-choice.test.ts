import type { ProxyAgent } from 'proxy-agent';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { proxyAgent } from '../src/proxy.js';
import { proxyVariables } from './forward-proxy.js';

afterEach(() => vi.unstubAllEnvs());

describe('the choice of a proxy', () => {
  function stubProxies(values: Record<string, string>): void {
    for (const name of proxyVariables) vi.stubEnv(name, values[name] ?? '');
  }

  async function choose(url: string, proxy?: string): Promise<string | undefined> {
    const agent = (await proxyAgent(proxy)) as ProxyAgent | undefined;
    return agent?.getProxyForUrl(url, undefined as never);
  }

  it.each([
    ['https://s3.amazonaws.com/', { HTTPS_PROXY: 'http://proxy.example:3128' }, 'http://proxy.example:3128'],
    ['https://s3.amazonaws.com/', { https_proxy: 'http://proxy.example:3128' }, 'http://proxy.example:3128'],
    ['https://s3.amazonaws.com/', { HTTPS_PROXY: 'proxy.example:3128' }, 'http://proxy.example:3128'],
    ['https://s3.amazonaws.com/', { HTTPS_PROXY: 'http://p:1', NO_PROXY: '.amazonaws.com' }, ''],
    ['https://s3.amazonaws.com/', { HTTPS_PROXY: 'http://p:1', NO_PROXY: 'example.com' }, 'http://p:1'],
    ['http://minio.example/', { HTTPS_PROXY: 'http://p:1' }, ''],
    ['https://127.0.0.1:9000/', { HTTPS_PROXY: 'http://p:1' }, ''],
    ['http://localhost:9000/', { ALL_PROXY: 'http://p:1' }, ''],
    ['http://[::1]:9000/', { HTTP_PROXY: 'http://p:1' }, ''],
  ])('for %s with %j is %j', async (url, environment, expected) => {
    stubProxies(environment);
    expect(await choose(url)).toBe(expected);
  });

  it('is the one that the caller named', async () => {
    stubProxies({ HTTPS_PROXY: 'http://other:1' });
    expect(await choose('https://s3.amazonaws.com/', 'http://named:1')).toBe('http://named:1');
    expect(await choose('http://127.0.0.1/', 'http://named:1')).toBe('');
  });

  it('costs nothing where there is none', async () => {
    stubProxies({});
    expect(await proxyAgent(undefined)).toBeUndefined();
  });

  it('refuses what is no URL, without quoting it', async () => {
    stubProxies({});
    const failure = await proxyAgent('user:secret@').catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'ClientConfigurationError' });
    expect(String(failure)).not.toContain('secret');
  });
});
