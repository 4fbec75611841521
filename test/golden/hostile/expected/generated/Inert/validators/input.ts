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
if(data.constructor !== undefined){
if(typeof data.constructor !== "string"){
const err0 = {instancePath:instancePath+"/constructor",schemaPath:"#/properties/constructor/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data["a\"b"] !== undefined){
if(typeof data["a\"b"] !== "string"){
const err1 = {instancePath:instancePath+"/a\"b",schemaPath:"#/properties/a%22b/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["it's"] !== undefined){
let data2 = data["it's"];
if(!((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2)))){
const err2 = {instancePath:instancePath+"/it's",schemaPath:"#/properties/it's/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data["`${x}`"] !== undefined){
if(typeof data["`${x}`"] !== "string"){
const err3 = {instancePath:instancePath+"/`${x}`",schemaPath:"#/properties/%60%24%7Bx%7D%60/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data["new\nline"] !== undefined){
if("*/ `${x}` \u2028 '\"" !== data["new\nline"]){
const err4 = {instancePath:instancePath+"/new\nline",schemaPath:"#/properties/new%0Aline/const",keyword:"const",params:{allowedValue: "*/ `${x}` \u2028 '\""},message:"must be equal to constant"};
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
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
validate0.evaluated = {"props":{"constructor":true,"a\"b":true,"it's":true,"`${x}`":true,"new\nline":true},"dynamicProps":false,"dynamicItems":false};

/** @type {import('@sfs3/runtime/contract').CompiledSchema} */
export const schema = { version: '642fd5ac2ecb9f63', validate: validate0 };
