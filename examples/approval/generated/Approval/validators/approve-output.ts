// @ts-nocheck: compiled from JSON Schema
// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
function validate0(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate0.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.approved === undefined){
const err0 = {instancePath,schemaPath:"sfs3:4465636973696f6e#/required",keyword:"required",params:{missingProperty: "approved"},message:"must have required property '"+"approved"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.by === undefined){
const err1 = {instancePath,schemaPath:"sfs3:4465636973696f6e#/required",keyword:"required",params:{missingProperty: "by"},message:"must have required property '"+"by"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.approved !== undefined){
if(typeof data.approved !== "boolean"){
const err2 = {instancePath:instancePath+"/approved",schemaPath:"sfs3:4465636973696f6e#/properties/approved/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.by !== undefined){
if(typeof data.by !== "string"){
const err3 = {instancePath:instancePath+"/by",schemaPath:"sfs3:4465636973696f6e#/properties/by/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.note !== undefined){
if(typeof data.note !== "string"){
const err4 = {instancePath:instancePath+"/note",schemaPath:"sfs3:4465636973696f6e#/properties/note/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"sfs3:4465636973696f6e#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate0.errors = vErrors;
return errors === 0;
}
validate0.evaluated = {"props":{"approved":true,"by":true,"note":true},"dynamicProps":false,"dynamicItems":false};

/** @type {import('@sfs3/runtime/contract').CompiledSchema} */
export const schema = { version: '677c0d173554fdba', validate: validate0 };
