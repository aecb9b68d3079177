/** Photo to face to depth to mesh on ONNX Runtime; what an application embeds. */
package facedepth.inference;
