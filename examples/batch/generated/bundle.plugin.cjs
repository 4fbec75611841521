// Written by sfs3; replaced by every run of the generator.
'use strict';

const path = require('node:path');

const folder = '.build';

/** Bundles the handlers before they are packed, and pins the state machines to the versions that are deployed. */
class BundlePlugin {
  constructor(serverless, options) {
    this.serverless = serverless;
    this.options = options;
    this.hooks = {
      'before:package:createDeploymentArtifacts': () =>
        this.bundle(this.serverless.service.getAllFunctions()),
      'before:deploy:function:packageFunction': () => this.bundleOne(this.options.function),
      'after:aws:package:finalize:mergeCustomProviderResources': () => this.pinVersions(),
    };
  }

  async bundle(keys) {
    const esbuild = require('esbuild');
    const { createBundleOptions } = await import('@sfs3/runtime/bundle');
    const serviceDir = this.serverless.serviceDir;
    const entries = {};
    for (const key of keys) {
      const [, name] =
        /^\.build\/(.*)\.handler$/.exec(this.serverless.service.getFunction(key).handler) ?? [];
      if (name === undefined) continue;
      const [workflow, step] = name.split('/');
      entries[name] = path.join(serviceDir, workflow, 'handlers', `${step}.ts`);
    }
    const options = createBundleOptions({ entries, outdir: path.join(serviceDir, folder) });
    await esbuild.build({ ...options, absWorkingDir: serviceDir });
  }

  /** `deploy function` changes code and settings; the role is the stack's, and stays as it is. */
  async bundleOne(key) {
    await this.bundle([key]);
    delete this.serverless.service.getFunction(key).role;
  }

  /** A definition that names versions stays with its code: an execution ends on what it began with. */
  pinVersions() {
    const resources = this.serverless.service.provider.compiledCloudFormationTemplate.Resources;
    const versions = new Map();
    for (const [id, resource] of Object.entries(resources)) {
      if (resource.Type === 'AWS::Lambda::Version') versions.set(resource.Properties.FunctionName.Ref, id);
    }
    for (const resource of Object.values(resources)) {
      if (resource.Type !== 'AWS::StepFunctions::StateMachine') continue;
      const substitutions = resource.Properties.DefinitionSubstitutions ?? {};
      for (const [name, value] of Object.entries(substitutions)) {
        const version = versions.get(value['Fn::GetAtt']?.[0]);
        if (version !== undefined) substitutions[name] = { Ref: version };
      }
    }
  }
}

module.exports = BundlePlugin;
